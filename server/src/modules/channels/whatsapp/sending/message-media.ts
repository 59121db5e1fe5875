import { type Of, type Planned, type Planning, placeFile } from "./message.ts";

type Media = Of<"image"> | Of<"video"> | Of<"audio"> | Of<"document"> | Of<"sticker">;

/** A file with, where the kind has one, the words under it. */
export const planMedia = async (planning: Planning, message: Media): Promise<Planned> => {
  const voice = message.type === "audio" && message.voice === true;
  const { placed, name } = await placeFile(planning, "fileId", voice ? "voice" : message.type, message.fileId);
  const caption = "text" in message && message.text?.trim() ? message.text : null;
  const filename = message.type === "document" ? { filename: name } : {};
  return {
    type: message.type,
    text: caption,
    content: message.type === "audio" ? { voice } : filename,
    fileId: message.fileId,
    payload: {
      type: message.type,
      [message.type]: { ...placed, ...(caption ? { caption } : {}), ...filename, ...(voice ? { voice } : {}) },
    },
  };
};
