using FitServerless.Sync;

namespace FitServerless.Workouts.Files;

internal static class FileProblems
{
    public static ChangeProblem Of(ActivityRead.Refused refused) => refused.Reason switch
    {
        FileRefusal.UnknownFormat => new("unknown-format", 415, refused.Detail),
        FileRefusal.TooLarge => new("file-too-large", 413, refused.Detail),
        FileRefusal.Truncated => new("file-truncated", 422, refused.Detail),
        FileRefusal.BadChecksum => new("file-checksum", 422, refused.Detail),
        FileRefusal.NotAnActivity => new("not-an-activity", 422, refused.Detail),
        FileRefusal.NoSamples => new("no-samples", 422, refused.Detail),
        FileRefusal.UnsafeName => new("unsafe-name", 422, refused.Detail),
        _ => new("file-malformed", 422, refused.Detail),
    };
}
