import { Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "../ui/index.ts";
import { fileUrl, type StoredFile } from "./message-data.ts";
import { useWaveform } from "./waveform.ts";

const speeds = [1, 1.5, 2] as const;
/** One recording at a time. */
let playing: HTMLAudioElement | null = null;

export function AudioPlayer({ file, voice }: { file: StoredFile; voice: boolean }) {
  const wave = useWaveform(file, voice);
  return <Player src={fileUrl(file.id)} wave={wave} className="w-72 py-0.5" />;
}

/** `wave` also says how long it is where the file itself does not: a recording of the browser has no length in its head. */
export function Player({
  src,
  wave,
  className,
}: {
  src: string;
  wave: { peaks: number[]; seconds: number } | undefined;
  className?: string;
}) {
  const t = useT();
  const audio = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [on, setOn] = useState(false);
  const [speed, setSpeed] = useState(0);
  const total = length || wave?.seconds || 0;

  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) return element.pause();
    if (playing && playing !== element) playing.pause();
    playing = element;
    element.playbackRate = speeds[speed] ?? 1;
    void element.play().catch(() => setOn(false));
  };
  const next = (speed + 1) % speeds.length;
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speeds[speed] ?? 1;
  }, [speed]);

  return (
    <div className={cx("flex max-w-full items-center gap-2.5", className)}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written captions for a voice message */}
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onPlay={() => setOn(true)}
        onPause={() => setOn(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => Number.isFinite(event.currentTarget.duration) && setLength(event.currentTarget.duration)}
        onDurationChange={(event) => Number.isFinite(event.currentTarget.duration) && setLength(event.currentTarget.duration)}
      />
      <button
        type="button"
        onClick={toggle}
        aria-label={t(on ? "inbox.pause" : "inbox.play")}
        className="grid size-8 shrink-0 place-items-center rounded-full bg-accent text-on-accent hover:bg-accent-hover phone:size-10"
      >
        {on ? <Pause size={14} fill="currentColor" /> : <Play size={14} fill="currentColor" className="translate-x-px" />}
      </button>
      <div className="relative h-6 min-w-0 flex-1 rounded-4 has-focus-visible:outline-2 has-focus-visible:outline-focus" dir="ltr">
        {wave?.peaks.length ? <Wave peaks={wave.peaks} share={total ? at / total : 0} /> : <Line share={total ? at / total : 0} />}
        <input
          type="range"
          min={0}
          max={Math.max(total, 0.1)}
          step={0.1}
          value={Math.min(at, total)}
          onChange={(event) => {
            const to = Number(event.target.value);
            if (audio.current) audio.current.currentTime = to;
            setAt(to);
          }}
          aria-label={t("inbox.position")}
          aria-valuetext={`${clock(at)} / ${clock(total)}`}
          className="absolute inset-0 m-0 size-full cursor-pointer opacity-0"
        />
      </div>
      <span className="num w-9 shrink-0 text-end text-12 text-subtle" dir="ltr">
        {clock(on || at > 0 ? at : total)}
      </span>
      {(on || at > 0 || speed > 0) && (
        <button
          type="button"
          onClick={() => setSpeed(next)}
          aria-label={t("inbox.speed", { speed: String(speeds[speed]) })}
          className="num touch-target shrink-0 rounded-full bg-bubble-quote px-1.5 text-11 leading-4.5 font-medium text-muted hover:text-text"
        >
          {speeds[speed]}×
        </button>
      )}
    </div>
  );
}

const Wave = ({ peaks, share }: { peaks: number[]; share: number }) => (
  <svg viewBox={`0 0 ${peaks.length * 4} 24`} preserveAspectRatio="none" className="h-6 w-full" aria-hidden="true">
    {peaks.map((peak, index) => {
      const height = Math.max(2, peak * 22);
      return (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          key={index}
          x={index * 4 + 1}
          y={12 - height / 2}
          width={2}
          height={height}
          rx={1}
          className={cx(index / peaks.length < share ? "fill-(--accent-text)" : "fill-(--line-control)")}
        />
      );
    })}
  </svg>
);

const Line = ({ share }: { share: number }) => (
  <span className="absolute inset-x-0 top-1/2 block h-0.75 -translate-y-1/2 overflow-hidden rounded-full bg-line-strong">
    <span className="block h-full bg-accent-text" style={{ width: `${share * 100}%` }} />
  </span>
);

export const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
