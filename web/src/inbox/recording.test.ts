import { expect, test } from "vitest";
import { recordingFormat, whyNoRecording } from "./recording.ts";
import { fewer } from "./waveform.ts";

test("a browser records in the best form it has", () => {
  expect(recordingFormat(() => true)).toMatchObject({ mime: "audio/ogg;codecs=opus", voice: true });
  expect(recordingFormat((mime) => mime !== "audio/ogg;codecs=opus")).toMatchObject({
    mime: "audio/webm;codecs=opus",
    ending: "webm",
    voice: true,
  });
  expect(recordingFormat((mime) => mime === "audio/mp4")).toMatchObject({ ending: "m4a", voice: false });
  expect(recordingFormat(() => false)).toBeNull();
});

test("why a microphone cannot be used is told apart", () => {
  const named = (name: string) => whyNoRecording(Object.assign(new Error(), { name }));
  expect(["NotAllowedError", "NotFoundError", "NotReadableError"].map(named)).toEqual(["denied", "none", "busy"]);
});

test("a recording of any length has a waveform", () => {
  expect(fewer([], 4)).toEqual([]);
  expect(fewer([0.5, 0.25], 4)).toEqual([1, 0.5]);
  expect(fewer([0.1, 0.2, 0.4, 0.1, 0.1, 0.1, 0.2, 0.1], 4)).toEqual([0.5, 1, 0.25, 0.5]);
});
