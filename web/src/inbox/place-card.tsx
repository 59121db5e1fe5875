import { ExternalLink, MapPin } from "lucide-react";
import { useT } from "../i18n/index.ts";

/** No map is loaded: a look at one is a click, and goes to a place that shows no advertisements. */
export function PlaceCard({ content }: { content: Record<string, unknown> }) {
  const t = useT();
  const { latitude, longitude, name, address } = content as { latitude: number; longitude: number; name?: string; address?: string };
  const at = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <div className="flex max-w-80 items-start gap-2.5 py-0.5">
      <span className="grid size-9 shrink-0 place-items-center rounded-8 bg-accent-soft text-accent-text">
        <MapPin size={18} aria-hidden />
      </span>
      <div className="min-w-0">
        <p className="font-medium">
          <bdi>{name ?? t("inbox.type_location")}</bdi>
        </p>
        {address && (
          <p className="text-13 text-muted">
            <bdi>{address}</bdi>
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-3 text-12 text-subtle">
          <span className="num" dir="ltr">
            {at}
          </span>
          <a href={map} target="_blank" rel="noopener noreferrer" className="link inline-flex items-center gap-1">
            {t("inbox.open_map")}
            <ExternalLink size={12} aria-hidden />
          </a>
        </p>
      </div>
    </div>
  );
}
