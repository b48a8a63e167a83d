/** Two soft notes, the second above the first. */
const NOTES = [
  { hertz: 659, afterSeconds: 0 },
  { hertz: 880, afterSeconds: 0.09 },
];
const LENGTH_SECONDS = 0.28;
const LOUDNESS = 0.06;
/** An exponential fall never reaches zero. */
const SILENCE = 0.0001;

let audio: AudioContext | undefined;

/** A short, soft sound. There is none on a page where nobody has pressed anything yet. */
export function chime(): void {
  if ('userActivation' in navigator && !navigator.userActivation.hasBeenActive) return;
  audio ??= new AudioContext();
  // It sleeps if it was made before the first press.
  void audio.resume();
  const start = audio.currentTime;
  const volume = audio.createGain();
  volume.gain.setValueAtTime(SILENCE, start);
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(SILENCE, start + LENGTH_SECONDS);
  volume.connect(audio.destination);
  for (const { hertz, afterSeconds } of NOTES) {
    const tone = audio.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume);
    tone.start(start + afterSeconds);
    tone.stop(start + LENGTH_SECONDS);
  }
}
