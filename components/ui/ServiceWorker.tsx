"use client";

import { useEffect } from "react";
import { keepOffline } from "@/lib/offline";

/** Keeps what a visit loaded for the next one without a network. */
export function ServiceWorker() {
  useEffect(() => void keepOffline(), []);
  return null;
}
