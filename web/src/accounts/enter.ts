import { useNavigate, useRouter } from "@tanstack/react-router";
import { enter, type Me } from "../api/session.ts";

/** Into the app with a session just begun: to where one was sent away from, else to the open conversations. */
export function useEnter(next?: string) {
  const router = useRouter();
  const navigate = useNavigate();
  return (me: Me) => {
    enter(me);
    if (next && isOwnPath(next)) router.history.push(next);
    else void navigate({ to: "/inbox/$view", params: { view: "open" } });
  };
}

/** Only a path of this app: `//evil.example` and `/\evil.example` are other hosts to a browser. */
const isOwnPath = (path: string) => /^\/(?![/\\])/.test(path);
