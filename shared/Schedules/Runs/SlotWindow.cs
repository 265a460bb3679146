namespace FitServerless.Schedules.Runs;

/// <summary>The runs that a firing has to start.</summary>
public sealed class SlotWindow
{
    internal SlotWindow(IReadOnlyList<RunKey> runs, Watermark watermark, DateTimeOffset upTo) => (Runs, Watermark, UpTo) = (runs, watermark, upTo);

    public IReadOnlyList<RunKey> Runs { get; }

    internal Watermark Watermark { get; }

    internal DateTimeOffset UpTo { get; }
}
