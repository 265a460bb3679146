namespace FitServerless.Backups;

/// <summary>What became of an upload, or of a part of one.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    public sealed record Stored(BackupInfo Backup) : UploadOutcome;

    /// <param name="Offset">Bytes that are there.</param>
    public sealed record Open(string UploadId, long Offset) : UploadOutcome;

    /// <summary>No such upload, or no longer.</summary>
    public sealed record NotFound : UploadOutcome;

    /// <summary>What came is not what the sender says it is; nothing of it is kept.</summary>
    public sealed record WrongDigest : UploadOutcome;

    /// <summary>The part does not begin where the upload ends.</summary>
    public sealed record WrongOffset(long Offset) : UploadOutcome;

    /// <summary>Another upload of the same name, or another request to this upload, was first.</summary>
    public sealed record Overtaken : UploadOutcome;

    public sealed record TooLarge(long Limit) : UploadOutcome;

    /// <summary>The person has uploaded too much already.</summary>
    public sealed record Full(long Limit) : UploadOutcome;
}
