import { LocateFixed } from "lucide-react";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input, Sheet } from "../ui/index.ts";
import type { Conversation } from "./conversation-data.ts";
import { Counted } from "./counted.tsx";
import { refusalAt, useFormSend } from "./form-send.ts";
import { limits } from "./message-limits.ts";
import { PlaceCard } from "./place-card.tsx";
import { emptyPlace, type NoPlace, type PlaceDraft, pairIn, placeIsWhole, placeOf, whereAmI } from "./place-draft.ts";
import { isDegrees } from "./template-values.ts";

/** No map is asked: what one would show comes from a map one has open, or from this device. */
export function LocationSheet({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useT();
  const [place, setPlace] = useState(emptyPlace);
  const [tried, setTried] = useState(false);
  const { busy, error, submit } = useFormSend(conversation.id, onClose);
  const tooLong = place.name.length > limits.placeName || place.address.length > limits.placeAddress;
  // WhatsApp shows an address only below a name.
  const nameless = place.address.trim() !== "" && place.name.trim() === "";
  const send = () => {
    setTried(true);
    if (!placeIsWhole(place) || tooLong || nameless) return;
    const location = placeOf(place);
    void submit({ type: "location", location }, { text: location.name ?? null, content: location });
  };
  const fields = ["location.latitude", "location.longitude", "location.name", "location.address"];
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("sending.location_title")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" type="submit" form="inbox-location" loading={busy}>
            {t("inbox.send")}
          </Button>
        </>
      }
    >
      <form
        id="inbox-location"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Coordinates
          place={place}
          onChange={(change) => setPlace((before) => ({ ...before, ...change }))}
          tried={tried}
          says={(field) => refusalAt(error, `location.${field}`)}
        />
        <Counted
          label={t("sending.place_name")}
          optional
          length={place.name.length}
          most={limits.placeName}
          error={nameless ? t("sending.address_needs_name") : refusalAt(error, "location.name")}
        >
          <Input dir="auto" value={place.name} onChange={(event) => setPlace({ ...place, name: event.target.value })} />
        </Counted>
        <Counted
          label={t("sending.place_address")}
          optional
          length={place.address.length}
          most={limits.placeAddress}
          error={refusalAt(error, "location.address")}
        >
          <Input dir="auto" value={place.address} onChange={(event) => setPlace({ ...place, address: event.target.value })} />
        </Counted>
        {placeIsWhole(place) && (
          <div className="rounded-12 rounded-ee-4 bg-bubble-out px-2.75 py-2">
            <PlaceCard content={placeOf(place)} />
          </div>
        )}
        {error && !fields.includes(error.field ?? "") && <ErrorNotice error={error} />}
      </form>
    </Sheet>
  );
}

/** Two fields, one paste, or where this device is. */
export function Coordinates({
  place,
  onChange,
  tried,
  says,
}: {
  place: Pick<PlaceDraft, "latitude" | "longitude">;
  onChange: (change: Partial<PlaceDraft>) => void;
  tried: boolean;
  says?: (field: "latitude" | "longitude") => string | undefined;
}) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState<NoPlace>();
  const ask = () => {
    setAsking(true);
    setWhy(undefined);
    whereAmI()
      .then(onChange, setWhy)
      .finally(() => setAsking(false));
  };
  const field = (name: "latitude" | "longitude", most: number) => {
    const wrong = (tried || place[name] !== "") && !isDegrees(place[name], most);
    return (
      <Field
        label={t(`sending.${name}`)}
        error={wrong && (tried || place[name].length > 3) ? t("sending.degrees", { most }) : says?.(name)}
      >
        <Input
          dir="ltr"
          inputMode="decimal"
          value={place[name]}
          placeholder={name === "latitude" ? "51.45450" : "-2.58791"}
          onChange={(event) => onChange(pairIn(event.target.value) ?? { [name]: event.target.value.replace(",", ".") })}
        />
      </Field>
    );
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3">
        {field("latitude", 90)}
        {field("longitude", 180)}
      </div>
      <p className="text-12 text-subtle">{t("sending.coordinates_hint")}</p>
      <div>
        <Button onClick={ask} loading={asking} icon={<LocateFixed size={14} />}>
          {t("sending.my_position")}
        </Button>
      </div>
      {why && (
        <p role="alert" className="text-12 text-danger-text">
          {t(`sending.position_${why}`)}
        </p>
      )}
    </div>
  );
}
