import { Check, MicOff, Pause, Play, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, IconButton, toast } from "../ui/index.ts";
import { clock } from "./audio-player.tsx";
import { type NoRecording, type Recording, recordingFormat, recordingLimits, startRecording, whyNoRecording } from "./recording.ts";
import { attach } from "./upload.ts";
import { fewer } from "./waveform.ts";

const every = 80;
const bars = 48;

/** Records at once. What was recorded is attached to the reply, where it can be heard before it is sent; leaving keeps it, too. */
export function Recorder({ conversationId, onEnd }: { conversationId: string; onEnd: () => void }) {
  const t = useT();
  const [problem, setProblem] = useState<NoRecording>();
  const [at, setAt] = useState(0);
  const [paused, setPaused] = useState(false);
  const [levels, setLevels] = useState<number[]>([]);
  const recording = useRef<Recording>(null);
  const all = useRef<number[]>([]);
  const done = useRef<HTMLButtonElement>(null);

  const keep = useRef(() => {});
  keep.current = () => {
    const current = recording.current;
    recording.current = null;
    if (!current) return;
    const peaks = fewer(all.current, 40);
    void current.finish().then((made) => {
      if (!made) return toast({ title: t("sending.nothing_recorded") });
      return attach(conversationId, [made.file], { as: "audio", recorded: { voice: made.voice, seconds: made.seconds, peaks } });
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a recording begins once
  useEffect(() => {
    let gone = false;
    const format = recordingFormat((mime) => globalThis.MediaRecorder?.isTypeSupported(mime) ?? false);
    if (!navigator.mediaDevices) setProblem("insecure");
    else if (!format) setProblem("unsupported");
    else {
      startRecording(format, () => {
        toast({ title: t("sending.recording_full", { minutes: recordingLimits.seconds / 60 }) });
        keep.current();
        onEnd();
      }).then(
        (started) => {
          if (gone) return started.discard();
          recording.current = started;
          return done.current?.focus();
        },
        (error) => !gone && setProblem(whyNoRecording(error)),
      );
    }
    return () => {
      gone = true;
      keep.current();
    };
  }, []);

  useEffect(() => {
    if (paused || problem) return;
    const timer = setInterval(() => {
      const current = recording.current;
      if (!current) return;
      all.current.push(current.level());
      setLevels(all.current.slice(-bars));
      setAt(current.seconds());
    }, every);
    return () => clearInterval(timer);
  }, [paused, problem]);

  if (problem) {
    return (
      <div role="alert" className="mx-2.5 mt-2 flex items-start gap-2 rounded-8 border border-warning-line bg-warning-soft px-3 py-2">
        <MicOff size={16} className="mt-0.5 text-warning" aria-hidden />
        <p className="min-w-0 flex-1 text-text">{t(`sending.microphone_${problem}`)}</p>
        <Button size="xs" onClick={onEnd}>
          {t("common.close")}
        </Button>
      </div>
    );
  }
  const toggle = () => {
    const current = recording.current;
    if (!current) return;
    if (paused) current.resume();
    else current.pause();
    setPaused(!paused);
  };
  const discard = () => {
    recording.current?.discard();
    recording.current = null;
    onEnd();
  };
  const finish = () => {
    keep.current();
    onEnd();
  };
  return (
    <section aria-label={t("sending.recording")} className="mx-2.5 mt-2 flex h-11 items-center gap-2 rounded-8 border bg-surface px-2">
      <IconButton label={t("sending.discard_recording")} onClick={discard}>
        <Trash2 size={16} />
      </IconButton>
      <span aria-hidden className={paused ? "size-2 rounded-full bg-line-control" : "skeleton size-2 rounded-full! bg-danger!"} />
      <span role="timer" className="num w-10 text-12 text-muted" dir="ltr">
        {clock(at)}
      </span>
      <Meter levels={levels} />
      <IconButton label={t(paused ? "sending.record_on" : "sending.record_pause")} onClick={toggle}>
        {paused ? <Play size={16} /> : <Pause size={16} />}
      </IconButton>
      <Button ref={done} variant="primary" onClick={finish} icon={<Check size={14} />}>
        {t("common.done")}
      </Button>
    </section>
  );
}

/** The last seconds, the newest at the end. */
const Meter = ({ levels }: { levels: number[] }) => (
  <svg viewBox={`0 0 ${bars * 4} 24`} preserveAspectRatio="none" className="h-6 min-w-0 flex-1" aria-hidden="true">
    {levels.map((level, index) => {
      const height = Math.max(2, level * 24);
      return (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          key={index}
          x={(bars - levels.length + index) * 4 + 1}
          y={12 - height / 2}
          width={2}
          height={height}
          rx={1}
          className="fill-(--accent-text)"
        />
      );
    })}
  </svg>
);
