import { isDegrees } from "./template-values.ts";

/** A place as it is typed: what is in a field may not be a number yet. */
export interface PlaceDraft {
  latitude: string;
  longitude: string;
  name: string;
  address: string;
}
export const emptyPlace: PlaceDraft = { latitude: "", longitude: "", name: "", address: "" };

export const placeIsWhole = ({ latitude, longitude }: PlaceDraft) => isDegrees(latitude, 90) && isDegrees(longitude, 180);

export function placeOf({ latitude, longitude, name, address }: PlaceDraft) {
  return {
    latitude: Number(latitude),
    longitude: Number(longitude),
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(address.trim() ? { address: address.trim() } : {}),
  };
}

/** "51.4545, -2.5879" as maps give it, pasted into one field, fills both; "51,45" is one number. */
export function pairIn(text: string): { latitude: string; longitude: string } | null {
  const pair = /^\s*(-?\d+(?:\.\d+)?)(?:\s*[,;]\s+|\s+)(-?\d+(?:\.\d+)?)\s*$|^\s*(-?\d+\.\d+)[,;](-?\d+\.\d+)\s*$/.exec(text);
  const [latitude, longitude] = [pair?.[1] ?? pair?.[3], pair?.[2] ?? pair?.[4]];
  return latitude !== undefined && longitude !== undefined && isDegrees(latitude, 90) && isDegrees(longitude, 180)
    ? { latitude, longitude }
    : null;
}

export type NoPlace = "denied" | "unavailable";
/** Where this device is, in the five digits that mean about a metre. */
export const whereAmI = (): Promise<{ latitude: string; longitude: string }> =>
  new Promise((resolve, reject: (why: NoPlace) => void) => {
    if (!navigator.geolocation) return reject("unavailable");
    return navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude.toFixed(5), longitude: coords.longitude.toFixed(5) }),
      ({ code }) => reject(code === 1 ? "denied" : "unavailable"),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
