using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

internal sealed class TriggerMetadata(Function function) : BindingMetadata
{
    public override string Name { get; } = function.TriggerParameter.Name!;

    /// <summary>HttpTriggerAttribute makes an <c>httpTrigger</c>, and so on.</summary>
    public override string Type { get; } =
        JsonNamingPolicy.CamelCase.ConvertName(function.Trigger.GetType().Name[..^nameof(Attribute).Length]);

    public override BindingDirection Direction => BindingDirection.In;
}
