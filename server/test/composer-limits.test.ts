import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type MediaKind, mediaLimits, mediaRefusal } from "../../web/src/inbox/media-limits.ts";
import { limits } from "../../web/src/inbox/message-limits.ts";
import { mediaLimits as serverLimits, mediaRefusal as serverRefusal } from "../src/modules/channels/whatsapp/sending/limits-media.ts";

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  const?: string;
  maxLength?: number;
  maxItems?: number;
};
const api = JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8")) as {
  components: { schemas: Record<string, Schema> };
};
const among = (schema: Schema | undefined) => schema?.oneOf ?? schema?.anyOf ?? [];
const kind = (type: string) =>
  among(api.components.schemas.SendMessageInput).find((each) => each.properties?.type?.const === type)?.properties ?? {};
const action = (name: string) => among(kind("interactive").action).find((each) => each.properties?.kind?.const === name)?.properties ?? {};

test("the composer's limits are those of the API's description", () => {
  const row = action("list").sections?.items?.properties?.rows?.items?.properties;
  expect({
    text: kind("text").text?.maxLength,
    caption: kind("image").text?.maxLength,
    listText: kind("interactive").text?.maxLength,
    header: kind("interactive").header?.properties?.text?.maxLength,
    footer: kind("interactive").footer?.maxLength,
    buttonTitle: action("buttons").buttons?.items?.properties?.title?.maxLength,
    buttons: action("buttons").buttons?.maxItems,
    listButton: action("list").button?.maxLength,
    sections: action("list").sections?.maxItems,
    sectionTitle: action("list").sections?.items?.properties?.title?.maxLength,
    rowTitle: row?.title?.maxLength,
    rowDescription: row?.description?.maxLength,
    linkTitle: action("link").title?.maxLength,
    flowTitle: action("flow").title?.maxLength,
    flowScreen: action("flow").screen?.maxLength,
    placeName: kind("location").location?.properties?.name?.maxLength,
    placeAddress: kind("location").location?.properties?.address?.maxLength,
    contactName: kind("contacts").contacts?.items?.properties?.name?.maxLength,
    organization: kind("contacts").contacts?.items?.properties?.organization?.maxLength,
  }).toEqual({
    text: limits.text,
    caption: limits.caption,
    listText: limits.listText,
    header: limits.header,
    footer: limits.footer,
    buttonTitle: limits.buttonTitle,
    buttons: limits.buttons,
    listButton: limits.listButton,
    sections: limits.sections,
    sectionTitle: limits.sectionTitle,
    rowTitle: limits.rowTitle,
    rowDescription: limits.rowDescription,
    linkTitle: limits.linkTitle,
    flowTitle: limits.flowTitle,
    flowScreen: limits.flowScreen,
    placeName: limits.placeName,
    placeAddress: limits.placeAddress,
    contactName: limits.contactName,
    organization: limits.organization,
  });
});

const kinds = Object.keys(mediaLimits) as MediaKind[];

test("the composer and the server take the same files", () => {
  const mimes = [
    ...new Set(kinds.flatMap((kind) => mediaLimits[kind].mimes as readonly string[])),
    "image/gif",
    "application/zip",
    "text/html",
  ];
  for (const kind of kinds) {
    expect(mediaLimits[kind].bytes, kind).toBe(serverLimits[kind].bytes);
    for (const mime of mimes) {
      // The server also takes an MP4 as audio, which it then looks into.
      if (kind === "audio" && mime === "video/mp4") continue;
      const here = mediaRefusal(kind, { mime, size: 90_000 });
      const there = serverRefusal("fileId", kind, { state: "stored", mime, size: "90000" });
      expect(here === null, `${mime} as ${kind}`).toBe(there === null);
    }
  }
});
