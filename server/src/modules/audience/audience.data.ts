import { bulkData } from "./bulk.data.ts";
import { exportsData, exportsStores } from "./export.data.ts";
import { importsData, importsStores } from "./import.data.ts";

import { segmentsData } from "./segments.data.ts";
import { viewsData } from "./views.data.ts";

export const audienceData = [...viewsData, ...bulkData, ...importsData, ...exportsData, ...segmentsData];
export const audienceStores = [...importsStores, ...exportsStores];
