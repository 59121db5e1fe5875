import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** The process that holds the lock, if it still lives. A process number may be reused: its start time is kept beside it. */
export const lockHolder = (file: string): number | null => {
  try {
    const [pid, started] = readFileSync(file, "utf8").trim().split(" ");
    const number = Number(pid);
    return number > 0 && isAlive(number) && startTime(number) === started ? number : null;
  } catch {
    return null;
  }
};

/** Takes the lock or answers null. Returns the function that gives it back. */
export const acquireLock = async (file: string): Promise<(() => void) | null> => {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${startTime(process.pid)}\n`);
  try {
    for (let tries = 0; tries < 3; tries++) {
      try {
        // link() either makes the name or fails: two processes cannot both succeed.
        linkSync(mine, file);
        return () => rmSync(file, { force: true });
      } catch {
        if (lockHolder(file) !== null) return null;
        rmSync(file, { force: true });
      }
    }
    return null;
  } finally {
    rmSync(mine, { force: true });
  }
};

export const isAlive = (pid: number, program?: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const status = `/proc/${pid}/stat`;
  if (!existsSync("/proc/self/stat")) return true;
  try {
    const line = readFileSync(status, "utf8");
    const name = line.slice(line.indexOf("(") + 1, line.lastIndexOf(")"));
    // A zombie holds nothing: its parent has not yet read its end.
    return line[line.lastIndexOf(")") + 2] !== "Z" && (program === undefined || name.startsWith(program));
  } catch {
    return false;
  }
};

const startTime = (pid: number): string => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
  } catch {
    return "0";
  }
};
