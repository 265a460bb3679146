namespace FitServerless.Adapters.Watermelon;

/// <summary>New columns of one table.</summary>
public sealed record WatermelonColumns
{
    public string? Table { get; init; }
}
