import { useQuery } from "@tanstack/react-query";
import { fileUrl, type StoredFile } from "./message-data.ts";

const bars = 40;
/** A voice message of five minutes has about this; more is not worth loading for a picture of it. */
const most = 1_500_000;

/** What a voice message looks like, read from its sound; undefined while unknown and where the browser cannot decode it. */
export function useWaveform(file: StoredFile, wanted: boolean) {
  return useQuery({
    queryKey: ["waveform", file.id],
    queryFn: async ({ signal }) => {
      const response = await fetch(fileUrl(file.id), { credentials: "same-origin", signal });
      const context = new OfflineAudioContext(1, 1, 16_000);
      const sound = await context.decodeAudioData(await response.arrayBuffer());
      return { peaks: peaksOf(sound.getChannelData(0), bars), seconds: sound.duration };
    },
    enabled: wanted && (file.size ?? most) < most && "OfflineAudioContext" in globalThis,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

/** The loudest of each of `count` parts, the loudest of all being 1. */
export function peaksOf(samples: Float32Array, count: number, step = 4): number[] {
  const size = Math.max(1, Math.floor(samples.length / count));
  const peaks = Array.from({ length: count }, (_, bar) => {
    let peak = 0;
    for (let at = bar * size; at < Math.min(samples.length, (bar + 1) * size); at += step)
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    return peak;
  });
  const loudest = Math.max(...peaks, 0.01);
  return peaks.map((peak) => peak / loudest);
}

/** Levels that were measured while recording, as many as a waveform has bars. */
export const fewer = (levels: number[], count: number): number[] =>
  levels.length === 0 ? [] : peaksOf(Float32Array.from(levels), Math.min(count, levels.length), 1);
