namespace FitServerless.Local.Host.Durable.Storage;

/// <param name="Stored">The state as it is stored now; null when it is not.</param>
/// <param name="Outbox">What is to be delivered; null when nothing is.</param>
internal sealed record Committed(Stored? Stored, Outbox? Outbox);
