export { files } from "./module.ts";
export { fileColumns, filesOf, presentFile } from "./present.ts";
export { cleanName } from "./file-name.ts";
export { pictureSize } from "./picture-size.ts";
