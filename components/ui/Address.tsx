"use client";

import { usePaced } from "./usePaced";

interface AddressProps {
  /** Without its `#`. */
  fragment: string;
  children: string;
}

/** A title that is its own address. It follows moving controls at a pace: nobody copies a moving one. */
export function Address({ fragment, children }: AddressProps) {
  return (
    <a href={`#${usePaced(fragment)}`} className="address">
      {children}
    </a>
  );
}
