/** As WhatsApp itself shows photos at most. */
const longestEdge = 2560;

/** The picture as a JPEG that WhatsApp takes as a photo. Throws where the browser cannot read it. */
export async function redrawn(source: File): Promise<File> {
  const picture = await createImageBitmap(source);
  const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  // JPEG has no transparency.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.86));
  if (!blob) throw new Error("no JPEG");
  return new File([blob], `${source.name.replace(/\.\w{1,5}$/, "")}.jpg`, { type: "image/jpeg" });
}
