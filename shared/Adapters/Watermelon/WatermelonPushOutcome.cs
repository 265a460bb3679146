namespace FitServerless.Adapters.Watermelon;

/// <summary>What became of a push.</summary>
public abstract record WatermelonPushOutcome
{
    private WatermelonPushOutcome()
    {
    }

    public sealed record Stored : WatermelonPushOutcome;

    /// <summary>Another device changed one of the records since the last pull: the client pulls, settles it and pushes again.</summary>
    public sealed record Conflict : WatermelonPushOutcome;

    /// <summary>Records that cannot be taken, by table and id. Nothing was written.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : WatermelonPushOutcome;

    /// <summary>Deletes since the last pull are forgotten. Nothing was written.</summary>
    public sealed record ResyncNeeded : WatermelonPushOutcome;
}
