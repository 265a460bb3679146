namespace FitServerless.Sharing;

/// <summary>What a receiver's question for a shared thing comes to.</summary>
public abstract record SharedRead
{
    private SharedRead()
    {
    }

    /// <summary>It is there, and may be read.</summary>
    public sealed record Open(Share Share) : SharedRead;

    public sealed record NotFound : SharedRead;

    public sealed record Encrypted : SharedRead;
}
