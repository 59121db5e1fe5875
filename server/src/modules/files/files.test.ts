import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { anOrganization, type Client, client, type Shop } from "../../../test/builders.ts";
import { aConversation, anInboundMessage } from "../../../test/inbox.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { inbox } from "../inbox/index.ts";
import { cleanName, disposition } from "./file-name.ts";

const world = await aWorld();
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==", "base64");
type File = {
  id: string;
  name: string;
  mime: string;
  size: number;
  width: number | null;
  height: number | null;
  error: { code: string; message: string; field: string };
};

const upload = async (api: Client, bytes: Buffer | string, name = "a.png", type = "image/png", field = "file") => {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(Buffer.from(bytes))], { type }), name);
  const response = await fetch(`${world.url}/api/v1/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${api.key}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as File };
};
const fetchFile = (api: Client, id: string, headers: Record<string, string> = {}, method = "GET", query = "") =>
  fetch(`${world.url}/api/v1/files/${id}${query}`, { method, headers: { authorization: `Bearer ${api.key}`, ...headers } });
const aShop = async (): Promise<{ shop: Shop; api: Client }> => {
  const shop = await anOrganization(world);
  return { shop, api: await client(shop) };
};

describe("uploading", () => {
  test("a picture is stored with its sniffed type and size, and comes back byte for byte", async () => {
    const { shop, api } = await aShop();
    const { status, body } = await upload(api, png, "Foto é.png", "application/x-whatever");
    expect([status, body]).toMatchObject([
      201,
      { name: "Foto é.png", mime: "image/png", size: png.length, width: 3, height: 2, state: "stored" },
    ]);
    const answer = await fetchFile(api, body.id);
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    expect(
      Object.fromEntries(
        ["content-type", "content-disposition", "cache-control", "x-content-type-options", "content-security-policy", "content-length"].map(
          (name) => [name, answer.headers.get(name)],
        ),
      ),
    ).toEqual({
      "content-type": "image/png",
      "content-disposition": `inline; filename="Foto _.png"; filename*=UTF-8''Foto%20%C3%A9.png`,
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-length": String(png.length),
    });
    const row = await world.kernel.db.system
      .selectFrom("files")
      .selectAll()
      .where("organization_id", "=", shop.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: "stored", source: "upload", id: body.id });
  });

  test("what is larger than 100 MB is refused with the limit, and leaves nothing behind", async () => {
    const { shop, api } = await aShop();
    const answer = await upload(api, Buffer.alloc(100_000_001, 1), "big.bin", "application/octet-stream");
    expect([answer.status, answer.body.error.message]).toEqual([413, "The file is larger than 100 MB."]);
    expect(await world.kernel.db.system.selectFrom("files").select("id").where("organization_id", "=", shop.id).execute()).toEqual([]);
  });

  test("anything but one part named file is refused with what to do", async () => {
    const { api } = await aShop();
    expect(await upload(api, png, "a.png", "image/png", "picture")).toMatchObject({ status: 400, body: { error: { field: "file" } } });
    expect(await upload(api, "", "a.txt", "text/plain")).toMatchObject({ status: 400, body: { error: { code: "empty_file" } } });
    expect(await api.post("/files", { file: "x" })).toMatchObject({ status: 415, body: { error: { code: "unsupported_media_type" } } });
  });

  test("needs the right to reply, and reading the right to read", async () => {
    const { shop, api } = await aShop();
    const { body } = await upload(api, png);
    expect((await upload(await client(shop, { can: ["inbox.read"] }), png)).status).toBe(403);
    expect((await fetchFile(await client(shop, { can: ["inbox.reply"] }), body.id)).status).toBe(403);
    expect((await fetch(`${world.url}/api/v1/files/${body.id}`)).status).toBe(401);
  });

  test("another organization's file is not there", async () => {
    const { api } = await aShop();
    const { body } = await upload(api, png);
    const answer = await fetchFile((await aShop()).api, body.id);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain("PNG");
  });
});

describe("serving", () => {
  test("ranges: a piece, the end, an open end, past the end, nonsense", async () => {
    const { api } = await aShop();
    const text = "0123456789";
    const { body } = await upload(api, text, "a.txt", "text/plain");
    const ask = async (range: string) => {
      const answer = await fetchFile(api, body.id, { range });
      return [answer.status, answer.headers.get("content-range"), answer.status === 416 ? "" : await answer.text()];
    };
    expect(await ask("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
    expect(await ask("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await ask("bytes=8-")).toEqual([206, "bytes 8-9/10", "89"]);
    expect(await ask("bytes=8-99")).toEqual([206, "bytes 8-9/10", "89"]);
    expect(await ask("bytes=10-")).toEqual([416, "bytes */10", ""]);
    expect(await ask("bytes=-0")).toEqual([416, "bytes */10", ""]);
    for (const ignored of ["bytes=4-2", "lines=1-2", "bytes=0-1,3-4", "bytes=-", "x"])
      expect(await ask(ignored)).toEqual([200, null, text]);
  });

  test("an unchanged file is not sent again; a range for a changed one is sent whole", async () => {
    const { api } = await aShop();
    const { body } = await upload(api, png);
    const etag = (await fetchFile(api, body.id)).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    for (const given of [etag, `W/${etag}`, `"x", ${etag}`, "*"])
      expect((await fetchFile(api, body.id, { "if-none-match": given })).status).toBe(304);
    expect((await fetchFile(api, body.id, { "if-none-match": '"x"' })).status).toBe(200);
    expect((await fetchFile(api, body.id, { range: "bytes=0-1", "if-range": etag })).status).toBe(206);
    expect((await fetchFile(api, body.id, { range: "bytes=0-1", "if-range": '"x"' })).status).toBe(200);
    const head = await fetchFile(api, body.id, {}, "HEAD");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, String(png.length), ""]);
  });

  test("nothing that could run is shown on our origin, whatever it calls itself", async () => {
    const { api } = await aShop();
    const dangerous: [string, string, string][] = [
      ["<!doctype html><script>alert(1)</script>", "x.html", "text/html"],
      ["<!doctype html><script>alert(1)</script>", "x.png", "image/png"],
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "x.svg", "image/svg+xml"],
      ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "x.svg", "image/svg+xml"],
      ["%PDF-1.7\n%âãÏÓ\n", "x.pdf", "application/pdf"],
      ["alert(1)", "x.js", "text/javascript"],
      ["GIF89a/*\x00*/=alert(1)", "x.js", "text/javascript"],
    ];
    for (const [bytes, name, type] of dangerous) {
      const { body } = await upload(api, bytes, name, type);
      const answer = await fetchFile(api, body.id);
      const gif = body.mime === "image/gif";
      expect([name, answer.headers.get("content-disposition")?.split(";")[0]]).toEqual([name, gif ? "inline" : "attachment"]);
      expect(answer.headers.get("content-type")).not.toMatch(/html|svg|javascript/);
      expect([answer.headers.get("x-content-type-options"), answer.headers.get("content-security-policy")]).toEqual([
        "nosniff",
        "default-src 'none'; sandbox",
      ]);
    }
  });

  test("a type that was claimed by a provider is not believed either", async () => {
    const { shop, api } = await aShop();
    const { body } = await upload(api, "<html>", "x.txt", "text/plain");
    await world.kernel.db.system
      .updateTable("files")
      .set({ mime: "text/html; charset=utf-8" })
      .where("organization_id", "=", shop.id)
      .where("id", "=", body.id)
      .execute();
    expect((await fetchFile(api, body.id)).headers.get("content-disposition")).toContain("attachment");
  });

  test("a picture is an attachment when asked for as a download", async () => {
    const { api } = await aShop();
    const { body } = await upload(api, png);
    expect((await fetchFile(api, body.id, {}, "GET", "?download=true")).headers.get("content-disposition")).toBe(
      'attachment; filename="a.png"',
    );
  });

  test("a file that is still fetched, failed, or whose bytes are gone says so", async () => {
    const { shop, api } = await aShop();
    const { body } = await upload(api, png);
    const set = (state: string) =>
      world.kernel.db.system.updateTable("files").set({ state }).where("organization_id", "=", shop.id).where("id", "=", body.id).execute();
    const code = async () => {
      const answer = await fetchFile(api, body.id);
      return [answer.status, ((await answer.json()) as File).error.code];
    };
    await set("pending");
    expect(await code()).toEqual([409, "file_pending"]);
    await set("failed");
    expect(await code()).toEqual([404, "file_failed"]);
    await set("stored");
    await world.kernel.files.remove(shop.id, body.id);
    expect(await code()).toEqual([404, "file_missing"]);
  });
});

describe("names", () => {
  test("lose paths, control characters, hidden turns and leading dots, and keep their extension", () => {
    expect(cleanName("../../etc/passwd")).toBe("passwd");
    expect(cleanName("C:\\fakepath\\a.pdf")).toBe("a.pdf");
    expect(cleanName("invoice\u202efdp.exe")).toBe("invoicefdp.exe");
    expect(cleanName("a\r\nSet-Cookie: x.txt")).toBe("aSet-Cookie_ x.txt");
    expect(cleanName("...")).toBe("file");
    expect(cleanName(undefined)).toBe("file");
    expect(cleanName(`${"x".repeat(300)}.docx`)).toMatch(/^x{195}\.docx$/);
    expect(disposition("attachment", 'a"b\\c;д.txt')).toBe("attachment; filename=\"c;_.txt\"; filename*=UTF-8''c%3B%D0%B4.txt");
  });
});

test("an upload nobody sends is removed after a day, one that was sent stays", async () => {
  const { shop, api } = await aShop();
  const [forgotten, sent, young] = [(await upload(api, png)).body, (await upload(api, png)).body, (await upload(api, png)).body];
  await anInboundMessage(shop, await aConversation(shop), { fileId: sent.id });
  await world.kernel.db.raw.system.query(
    "update files set created_at = now() - interval '25 hours' where organization_id = $1 and id = any($2)",
    [shop.id, [forgotten.id, sent.id]],
  );
  await inbox.jobs?.remove_forgotten_uploads?.(world.kernel, {});
  const left = await world.kernel.db.system.selectFrom("files").select("id").where("organization_id", "=", shop.id).orderBy("id").execute();
  expect(left.map((row) => row.id).sort()).toEqual([sent.id, young.id].sort());
  expect([forgotten, sent, young].map((file) => existsSync(world.kernel.files.path(shop.id, file.id)))).toEqual([false, true, true]);
});
