namespace FitServerless.Tests.Backups;

/// <summary>What an archive holds, whosever account it is of: documents, and files without the ids that belong to one account.</summary>
internal static class Contents
{
    public static IReadOnlyList<string> Of(byte[] packed) =>
    [
        .. Documents.Of(packed),
        .. Archive.Read(packed)
            .Where(file => file.Key.StartsWith("files/", StringComparison.Ordinal) && !file.Key.EndsWith(".jsonl", StringComparison.Ordinal))
            .Select(file => $"{(file.Key == "files/avatar" ? "avatar" : "file")} {Uploads.Sha256(file.Value)}")
            .Order(StringComparer.Ordinal),
    ];
}
