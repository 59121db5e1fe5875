export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ErrorInput: {
            error: {
                /** @description Stable; for programs */
                code: string;
                /** @description For people */
                message: string;
                field?: string;
                remedy?: string;
            };
        };
        Error: {
            error: {
                /** @description Stable; for programs */
                code: string;
                /** @description For people */
                message: string;
                field?: string;
                remedy?: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
