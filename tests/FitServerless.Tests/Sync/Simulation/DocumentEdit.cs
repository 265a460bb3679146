using FitServerless.Sync;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>An edit that a device made, and what it was told about it.</summary>
/// <param name="Tokens">The values it brought into the world; no other edit has them.</param>
internal sealed record DocumentEdit(SyncEdit Edit, string Device, IReadOnlyList<string> Tokens)
{
    public DocumentKey Key => new(Edit.Collection!, Edit.Id!);

    public SeenMutation Mutation => SeenMutation.Of(Device, Edit.MutationId!);

    public SyncEditResult? Answer { get; set; }
}
