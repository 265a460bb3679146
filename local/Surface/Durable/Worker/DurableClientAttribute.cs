using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Binds a <see cref="Microsoft.DurableTask.Client.DurableTaskClient"/>, and nothing else.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The hub of host.json when not set.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The connection of host.json when not set.</summary>
    public string? ConnectionName { get; set; }
}
