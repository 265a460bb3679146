namespace Microsoft.DurableTask.Entities;

public record SignalEntityOptions
{
    /// <summary>When the signal is to be delivered; now when not set.</summary>
    public DateTimeOffset? SignalTime { get; init; }

#pragma warning disable CA2225 // The real package has no named alternate.
    public static implicit operator SignalEntityOptions?(bool? value) => value == true ? new() : null;

    public static implicit operator SignalEntityOptions(DateTimeOffset value) => new() { SignalTime = value };
#pragma warning restore CA2225
}
