using FitServerless.Backups;
using FitServerless.Functions.Http;

namespace FitServerless.Functions.Backups;

/// <summary>What can be wrong with a backup.</summary>
internal static class BackupProblems
{
    public static readonly Problem BadName = Problems.Invalid("name", "1 to 100 of A-Z a-z 0-9 - _ . and no name of a device.");

    private static readonly Problem WrongDigest =
        new("wrong-digest", 400, "Wrong digest", "What came does not have the digest that was sent with it. Nothing of it is kept.");

    private static readonly Problem Overtaken =
        new("overtaken", 409, "Overtaken", "Another upload to the same place was first. Ask how far it is, or start over.");

    public static Problem WrongOffset(long offset) =>
        new("wrong-offset", 409, "Wrong offset", $"The upload goes on from byte {offset}.");

    public static Problem NotRestorable(string reason) =>
        new("not-restorable", 422, "Cannot be restored", $"{reason} Nothing has changed.");

    public static Problem Of(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.NotFound => Problems.NotFound,
        UploadOutcome.WrongDigest => WrongDigest,
        UploadOutcome.Overtaken => Overtaken,
        UploadOutcome.TooLarge tooLarge => Problems.TooLarge(tooLarge.Limit),
        UploadOutcome.Full full => new("full", 507, "No more room", $"At most {full.Limit} bytes of uploads. Delete some first."),
        _ => throw new ArgumentException("Not a refusal.", nameof(outcome)),
    };
}
