import { queryOptions } from "@tanstack/react-query";
import { ApiError, api, request, type Shape, unwrap } from "../api/client.ts";
import { keyset, queryClient } from "../api/query.ts";

export type Import = Shape<"Import">;
export type Counts = Shape<"ImportCounts">;
export type Settings = Shape<"ImportSettings">;
export type Reading = Shape<"ImportReading">;
export type Preview = Shape<"ImportPreview">;
export type Problem = Shape<"ImportProblem">;
export type Export = Shape<"Export">;

export const importsKey = ["imports"];
export const exportsKey = ["exports"];
const busy = (state: string) => ["checking", "running", "waiting"].includes(state);
const often = 800;

export const importList = keyset(
  importsKey,
  ({ after, limit, signal }) => unwrap(api.GET("/imports", { params: { query: { limit, ...(after ? { after } : {}) } }, signal })),
  20,
);
export const exportList = keyset(
  exportsKey,
  ({ after, limit, signal }) => unwrap(api.GET("/exports", { params: { query: { limit, ...(after ? { after } : {}) } }, signal })),
  20,
);
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: [...importsKey, importId],
    queryFn: async () => {
      const before = queryClient.getQueryData<Import>([...importsKey, importId]);
      const now = await unwrap(api.GET("/imports/{importId}", { params: { path: { importId } } }));
      // The list of contacts was read before they came.
      if (before?.state === "running" && now.state !== "running") void queryClient.invalidateQueries({ queryKey: ["contacts"] });
      return now;
    },
    refetchInterval: ({ state }) => (state.data && busy(state.data.state) ? often : false),
  });
export const exportQuery = (exportId: string) =>
  queryOptions({
    queryKey: [...exportsKey, exportId],
    queryFn: () => unwrap(api.GET("/exports/{exportId}", { params: { path: { exportId } } })),
    refetchInterval: ({ state }) => (state.data && busy(state.data.state) ? often : false),
  });
export const previewQuery = (importId: string, reading: Partial<Reading>) =>
  queryOptions({
    queryKey: [...importsKey, importId, "preview", reading],
    queryFn: () => unwrap(api.GET("/imports/{importId}/preview", { params: { path: { importId }, query: reading } })),
    placeholderData: (before) => before,
  });
export const problemList = (importId: string, state: string) =>
  keyset(
    [...importsKey, importId, "problems", state],
    ({ after, limit, signal }) =>
      unwrap(
        api.GET("/imports/{importId}/problems", { params: { path: { importId }, query: { limit, ...(after ? { after } : {}) } }, signal }),
      ),
    50,
  );

const path = (importId: string) => ({ params: { path: { importId } } });
const kept = (fresh: Import) => {
  queryClient.setQueryData(importQuery(fresh.id).queryKey, fresh);
  void queryClient.invalidateQueries({ queryKey: importsKey, exact: true });
  return fresh;
};
export const checkImport = async (importId: string, body: Settings) =>
  kept(await unwrap(api.POST("/imports/{importId}/check", { ...path(importId), body })));
export const runImport = async (importId: string) => kept(await unwrap(api.POST("/imports/{importId}/run", path(importId))));
export const cancelImport = async (importId: string) => kept(await unwrap(api.POST("/imports/{importId}/cancel", path(importId))));
export const undoImport = async (importId: string) => {
  const undone = await unwrap(api.POST("/imports/{importId}/undo", path(importId)));
  await queryClient.invalidateQueries({ queryKey: importsKey });
  await queryClient.invalidateQueries({ queryKey: ["contacts"] });
  return undone;
};
export const removeExport = async (exportId: string) => {
  await request("DELETE", `/exports/${exportId}`);
  await queryClient.invalidateQueries({ queryKey: exportsKey });
};

/** XMLHttpRequest, because fetch does not tell how much has gone up. */
export const uploadFile = (file: File, onProgress: (share: number) => void) =>
  new Promise<Import>((resolve, reject) => {
    const sending = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file, file.name);
    sending.open("POST", "/api/v1/imports");
    sending.responseType = "json";
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    sending.onerror = () => reject(new ApiError(0, { code: "offline", message: "The server cannot be reached." }));
    sending.onload = () => {
      if (sending.status < 300) return resolve(kept(sending.response as Import));
      const refused = sending.response?.error ?? { code: "unexpected", message: `The server answered ${sending.status}.` };
      return reject(new ApiError(sending.status, refused));
    };
    sending.send(form);
  });
