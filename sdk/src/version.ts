declare const CANDOR_VERSION: string;

/** Written in by the build, from package.json. */
export const version = CANDOR_VERSION;
