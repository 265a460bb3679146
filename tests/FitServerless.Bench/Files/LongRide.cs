using System.IO.Compression;
using FitServerless.Workouts.Files;

namespace FitServerless.Bench.Files;

/// <summary>Made-up rides at one sample a second, with a track, altitude, power, heart rate and cadence that wander as a rider's do.</summary>
internal static class LongRide
{
    private static readonly DateTimeOffset Start = new(2026, 5, 3, 7, 0, 0, TimeSpan.Zero);

    public static byte[] Gpx(int seconds, int day = 0)
    {
        var random = new Random(day);
        var start = Start.AddDays(day);
        double latitude = 47, longitude = 8, altitude = 400, heart = 120, cadence = 85, power = 200;
        using var text = new StringWriter();
        text.Write("<gpx version=\"1.1\" creator=\"bench\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><type>cycling</type><trkseg>");
        for (var second = 0; second < seconds; second++)
        {
            (latitude, longitude) = (latitude + 0.00005, longitude + (0.00002 * random.NextDouble()));
            altitude += random.NextDouble() - 0.5;
            power = Math.Clamp(power + random.Next(-40, 41), 0, 900);
            heart += (90 + (power / 4) - heart) / 30;
            cadence = Math.Clamp(cadence + random.Next(-1, 2), 60, 110);
            text.Write(FormattableString.Invariant($"<trkpt lat=\"{latitude:F7}\" lon=\"{longitude:F7}\"><ele>{altitude:F1}</ele><time>{start.AddSeconds(second):yyyy-MM-ddTHH:mm:ssZ}</time><extensions><power>{power}</power><hr>{heart:F0}</hr><cad>{cadence}</cad></extensions></trkpt>"));
        }

        text.Write("</trkseg></trk></gpx>");
        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }

    public static ActivityFile Activity(int seconds, int day = 0) => Read(Gpx(seconds, day));

    public static ActivityFile Read(byte[] file) => ((ActivityRead.Activities)ActivityFileReader.Read(file)).Files[0];

    /// <summary>An hour a day, as a device writes it.</summary>
    public static byte[] Archive(int files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var day = 0; day < files; day++)
            {
                using var entry = zip.CreateEntry($"{day}.fit").Open();
                entry.Write(ActivityFileWriter.Write(Activity(3600, day), ActivityFormat.Fit));
            }
        }

        return stream.ToArray();
    }
}
