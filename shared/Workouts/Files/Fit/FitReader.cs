namespace FitServerless.Workouts.Files.Fit;

/// <summary>
/// Reads FIT (https://developer.garmin.com/fit/protocol/): one file or several behind one another. Messages and fields that it does not
/// know are skipped by the size that their definition gives.
/// </summary>
internal static class FitReader
{
    public static ActivityRead Read(ReadOnlySpan<byte> bytes)
    {
        var activities = new List<ActivityBuilder>();
        while (!bytes.IsEmpty && activities.Count <= ActivityFileReader.MaxActivities)
        {
            if (FitHeader.Check(bytes, out var header) is { } refused)
                return refused;
            var end = header.Size + (int)header.DataSize;
            var reader = new FitActivityReader();
            if (ReadData(bytes[header.Size..end], reader) is { } problem)
                return problem;
            if (reader.IsActivity)
                activities.Add(reader.Activity);
            bytes = bytes[(end + FitCrc.Size)..];
        }

        return activities.Count > 0
            ? ActivityRead.Of(ActivityFormat.Fit, activities)
            : new ActivityRead.Refused(FileRefusal.NotAnActivity, "A FIT file, but no recorded activity.");
    }

    private static ActivityRead.Refused? ReadData(ReadOnlySpan<byte> data, FitActivityReader reader)
    {
        var messages = new FitMessages(data);
        while (messages.MoveNext())
            reader.Read(messages.Current);
        return messages.Problem;
    }
}
