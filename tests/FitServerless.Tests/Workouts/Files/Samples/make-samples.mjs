// Makes the sample files with writers that know nothing of our own: Garmin's FIT SDK and gpsbabel.
//   npm ci && node tests/FitServerless.Tests/Workouts/Files/Samples/make-samples.mjs
import { Encoder, Profile } from '@garmin/fitsdk';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const start = new Date('2026-05-03T07:15:00Z');
const at = (seconds) => new Date(start.getTime() + seconds * 1000);
const semicircles = (degrees) => Math.round((degrees * 2 ** 31) / 180);
const { MesgNum } = Profile;

function activity({ sport, seconds, record, pause, laps = 2, developer }) {
  const encoder = new Encoder(developer ? { fieldDescriptions: { 0: developer } } : {});
  const write = (mesgNum, fields) => encoder.onMesg(mesgNum, { mesgNum, ...fields });
  write(MesgNum.FILE_ID, { type: 'activity', manufacturer: 'garmin', product: 3121, serialNumber: 3141592653, timeCreated: start });
  write(MesgNum.DEVICE_INFO, { timestamp: start, deviceIndex: 0, productName: 'Edge 530' });
  write(MesgNum.EVENT, { timestamp: start, event: 'timer', eventType: 'start' });
  for (let s = 0; s < seconds; s++) {
    if (pause && s === pause[0]) write(MesgNum.EVENT, { timestamp: at(s), event: 'timer', eventType: 'stopAll' });
    if (pause && s === pause[1]) write(MesgNum.EVENT, { timestamp: at(s), event: 'timer', eventType: 'start' });
    if (!pause || s <= pause[0] || s >= pause[1]) write(MesgNum.RECORD, { timestamp: at(s), ...record(s) });
  }
  write(MesgNum.EVENT, { timestamp: at(seconds), event: 'timer', eventType: 'stopAll' });
  const length = seconds / laps;
  for (let i = 0; i < laps; i++) {
    write(MesgNum.LAP, {
      messageIndex: i, timestamp: at((i + 1) * length), startTime: at(i * length), totalElapsedTime: length, totalTimerTime: length,
      totalDistance: length * 8, totalCalories: 12 + i, avgHeartRate: 131, maxHeartRate: 139, avgPower: 215, maxPower: 250,
    });
  }
  write(MesgNum.SESSION, {
    messageIndex: 0, timestamp: at(seconds), startTime: start, sport, totalElapsedTime: seconds,
    totalTimerTime: seconds - (pause ? pause[1] - pause[0] : 0), totalDistance: seconds * 8, totalCalories: 25, totalAscent: 17,
    firstLapIndex: 0, numLaps: laps,
  });
  write(MesgNum.ACTIVITY, { timestamp: at(seconds), totalTimerTime: seconds, numSessions: 1, type: 'manual', event: 'activity', eventType: 'stop' });
  return encoder.close();
}

const effort = (s) => ({ power: 200 + ((s * 7919) % 41), heartRate: 120 + (s % 20), cadence: 80 + ((s * 31) % 17) });

const ride = (s) => ({
  ...effort(s),
  positionLat: semicircles(47.3769 + s * 0.00005), positionLong: semicircles(8.5417 + s * 0.00007),
  distance: s * 8, speed: 8 + (s % 10) / 10, altitude: 408 + (s % 50) / 5, temperature: 14,
});

const podPower = {
  developerDataIdMesg: { developerDataIndex: 0, applicationId: Array(16).fill(7) },
  fieldDescriptionMesg: {
    developerDataIndex: 0, fieldDefinitionNumber: 0, fitBaseTypeId: 0x84, fieldName: 'Power', units: 'watts',
    nativeMesgNum: MesgNum.RECORD, nativeFieldNum: 7,
  },
};

function run() {
  const encoder = new Encoder({ fieldDescriptions: { 0: podPower } });
  const write = (mesgNum, fields) => encoder.onMesg(mesgNum, { mesgNum, ...fields });
  write(MesgNum.FILE_ID, { type: 'activity', manufacturer: 'stryd', product: 1, serialNumber: 1, timeCreated: start });
  write(MesgNum.DEVELOPER_DATA_ID, podPower.developerDataIdMesg);
  write(MesgNum.FIELD_DESCRIPTION, podPower.fieldDescriptionMesg);
  for (let s = 0; s < 60; s++) {
    write(MesgNum.RECORD, { timestamp: at(s), heartRate: 140 + (s % 10), cadence: 88, fractionalCadence: 0.5, developerFields: { 0: 250 + s } });
  }
  write(MesgNum.SESSION, { timestamp: at(60), startTime: start, sport: 'running', totalElapsedTime: 60, totalTimerTime: 60 });
  write(MesgNum.ACTIVITY, { timestamp: at(60), totalTimerTime: 60, numSessions: 1 });
  return encoder.close();
}

const settings = () => {
  const encoder = new Encoder();
  encoder.onMesg(MesgNum.FILE_ID, { type: 'settings', manufacturer: 'garmin', product: 3121, serialNumber: 1, timeCreated: start });
  encoder.onMesg(MesgNum.USER_PROFILE, { weight: 71.5, gender: 'female' });
  return encoder.close();
};

const save = (name, bytes) => writeFileSync(join(folder, name), bytes);
const rideFile = activity({ sport: 'cycling', seconds: 240, record: ride, pause: [80, 110] });
const indoorFile = activity({ sport: 'cycling', seconds: 120, record: effort });
save('ride.fit', rideFile);
save('indoor.fit', indoorFile);
save('developer-power.fit', run());
save('settings.fit', settings());
save('chained.fit', Buffer.concat([indoorFile, settings()]));

const convert = (format, name, ...filters) => execFileSync('gpsbabel', ['-i', 'garmin_fit', '-f', join(folder, 'ride.fit'), ...filters, '-o', format, '-F', join(folder, name)]);
convert('gtrnctr,course=0,sport=Biking', 'ride.gpsbabel.tcx');
convert('gpx,garminextensions=1', 'ride.gpsbabel.gpx');
convert('gpx,gpxver=1.0', 'ride.gpsbabel-1.0.gpx');
