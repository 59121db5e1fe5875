import fc from "fast-check";

// The same examples in every run: a new counterexample shows where it was made, not in somebody else's change. FC_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });
