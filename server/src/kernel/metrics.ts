export type Metrics = {
  count: (name: string, labels?: Record<string, string>, by?: number) => void;
  gauge: (name: string, read: () => number | Promise<number>) => void;
  observe: (name: string, seconds: number, labels?: Record<string, string>) => void;
  /** Prometheus text format 0.0.4. */
  text: () => Promise<string>;
};

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const createMetrics = (): Metrics => {
  const counters = new Map<string, number>();
  const gauges = new Map<string, () => number | Promise<number>>();
  const histograms = new Map<string, { name: string; labels: Record<string, string>; buckets: number[]; sum: number; count: number }>();
  return {
    count: (name, labels = {}, by = 1) => {
      const key = series(name, labels);
      counters.set(key, (counters.get(key) ?? 0) + by);
    },
    gauge: (name, read) => void gauges.set(name, read),
    observe: (name, seconds, labels = {}) => {
      const key = series(name, labels);
      const found = histograms.get(key) ?? { name, labels, buckets: bounds.map(() => 0), sum: 0, count: 0 };
      bounds.forEach((bound, at) => {
        if (seconds <= bound) found.buckets[at] = (found.buckets[at] ?? 0) + 1;
      });
      found.sum += seconds;
      found.count += 1;
      histograms.set(key, found);
    },
    text: async () => {
      const lines = [...counters].map(([key, value]) => `${key} ${value}`);
      for (const [name, read] of gauges) lines.push(`${name} ${await read()}`);
      for (const { name, labels, buckets, sum, count } of histograms.values()) {
        bounds.forEach((bound, at) => {
          lines.push(`${series(`${name}_bucket`, { ...labels, le: String(bound) })} ${buckets[at]}`);
        });
        lines.push(
          `${series(`${name}_bucket`, { ...labels, le: "+Inf" })} ${count}`,
          `${series(`${name}_sum`, labels)} ${sum}`,
          `${series(`${name}_count`, labels)} ${count}`,
        );
      }
      return `${lines.join("\n")}\n`;
    },
  };
};

const series = (name: string, labels: Record<string, string>) => {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return pairs.length > 0 ? `${name}{${pairs.join(",")}}` : name;
};
