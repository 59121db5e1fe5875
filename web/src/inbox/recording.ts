/** WhatsApp takes 16 MB; a quarter of an hour of speech stays far below and is more than anybody listens to. */
export const recordingLimits = { seconds: 15 * 60, bytes: 16_000_000 };

export interface RecordingFormat {
  mime: string;
  ending: string;
  /** Opus can be shown as a voice message (the server puts WebM's into OGG); anything else is sent as plain audio. */
  voice: boolean;
}
const formats: RecordingFormat[] = [
  { mime: "audio/ogg;codecs=opus", ending: "ogg", voice: true },
  { mime: "audio/webm;codecs=opus", ending: "webm", voice: true },
  { mime: "audio/mp4", ending: "m4a", voice: false },
];

/** The best this browser records; null: nothing WhatsApp takes. */
export const recordingFormat = (supports: (mime: string) => boolean): RecordingFormat | null =>
  formats.find(({ mime }) => supports(mime)) ?? null;

/** Why there is no recording: each has a sentence with a remedy. */
export type NoRecording = "denied" | "none" | "busy" | "insecure" | "unsupported";
export const whyNoRecording = (error: unknown): NoRecording => {
  const name = (error as { name?: string } | null)?.name;
  return name === "NotAllowedError" || name === "SecurityError" ? "denied" : name === "NotFoundError" ? "none" : "busy";
};

export interface Recording {
  pause: () => void;
  resume: () => void;
  seconds: () => number;
  /** 0 to 1, of this moment. */
  level: () => number;
  /** Ends it; null when nothing was heard. */
  finish: () => Promise<{ file: File; seconds: number; voice: boolean } | null>;
  discard: () => void;
}

/** Begins at once. `onFull` once a limit is reached: what is there is kept. Throws what getUserMedia throws. */
export async function startRecording(format: RecordingFormat, onFull: () => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 } });
  try {
    return record(stream, format, onFull);
  } catch (error) {
    // Nothing records: the microphone's light goes out.
    for (const track of stream.getTracks()) track.stop();
    throw error;
  }
}

function record(stream: MediaStream, format: RecordingFormat, onFull: () => void): Recording {
  const recorder = new MediaRecorder(stream, { mimeType: format.mime, audioBitsPerSecond: 32_000 });
  const parts: Blob[] = [];
  let bytes = 0;
  let heard = 0;
  let since = performance.now();
  const seconds = () => (heard + (recorder.state === "recording" ? performance.now() - since : 0)) / 1000;

  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  context.createMediaStreamSource(stream).connect(analyser);
  const wave = new Float32Array(analyser.fftSize);
  const level = () => {
    analyser.getFloatTimeDomainData(wave);
    // Speech into a laptop peaks at about a third.
    return Math.min(1, wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0) * 2.5);
  };

  recorder.ondataavailable = ({ data }) => {
    parts.push(data);
    bytes += data.size;
    if (recorder.state === "recording" && (bytes > recordingLimits.bytes * 0.98 || seconds() >= recordingLimits.seconds)) onFull();
  };
  const release = () => {
    for (const track of stream.getTracks()) track.stop();
    void context.close().catch(() => undefined);
  };
  recorder.start(500);
  return {
    seconds,
    level,
    pause: () => {
      if (recorder.state !== "recording") return;
      heard += performance.now() - since;
      recorder.pause();
    },
    resume: () => {
      if (recorder.state !== "paused") return;
      since = performance.now();
      recorder.resume();
    },
    finish: async () => {
      const length = seconds();
      if (recorder.state !== "inactive") {
        const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
        recorder.stop();
        await stopped;
      }
      release();
      if (bytes === 0) return null;
      // A plain type: the codec belongs to the recorder, not to the upload.
      const type = format.mime.split(";")[0] ?? format.mime;
      return { file: new File(parts, `voice-message.${format.ending}`, { type }), seconds: length, voice: format.voice };
    },
    discard: () => {
      if (recorder.state !== "inactive") recorder.stop();
      release();
    },
  };
}
