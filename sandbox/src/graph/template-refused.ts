import { GraphError } from "./error.ts";

/** How Meta refuses a template: code 100, the cause in a subcode and in sentences for a person. */
export const templateRefused = (subcode: number, title: string, message: string) =>
  new GraphError(100, "Invalid parameter", {
    extra: { error_subcode: subcode, is_transient: false, error_user_title: title, error_user_msg: message },
    details: message,
  });
