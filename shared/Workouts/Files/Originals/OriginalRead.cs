namespace FitServerless.Workouts.Files.Originals;

/// <summary>What asking for a workout's original came to.</summary>
public abstract record OriginalRead
{
    private OriginalRead()
    {
    }

    public sealed record Found(OriginalFile File, byte[] Content) : OriginalRead;

    /// <summary>The caller has it already.</summary>
    public sealed record NotModified(OriginalFile File) : OriginalRead;

    /// <summary>No such workout, or not one that was imported.</summary>
    public sealed record NotFound : OriginalRead;
}
