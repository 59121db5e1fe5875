export { cleanName, disposition } from "./file-name.ts";
export { files } from "./module.ts";
export { pictureSize } from "./picture-size.ts";
export { fileColumns, filesOf, presentFile } from "./present.ts";
