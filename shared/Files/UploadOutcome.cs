namespace FitServerless.Files;

/// <summary>What an upload came to.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    /// <summary>It is kept, since now or since an earlier upload with the same key.</summary>
    public sealed record Stored(StoredFile File) : UploadOutcome;

    /// <summary>None of the types that are kept, whatever it is called.</summary>
    public sealed record WrongType : UploadOutcome;

    /// <summary>The key came before, with another file.</summary>
    public sealed record KeyReused : UploadOutcome;

    /// <summary>The person keeps as much as is allowed.</summary>
    public sealed record Full(int MaxFiles, long MaxBytes) : UploadOutcome;
}
