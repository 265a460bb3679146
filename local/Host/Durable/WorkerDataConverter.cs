using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;

namespace FitServerless.Local.Host.Durable;

/// <summary>
/// The worker's JSON, as the real extension has it (DurableTaskExtensionStartup): states, inputs and results are written with the options
/// that also HTTP uses, not with those of <c>JsonDataConverter.Default</c>.
/// </summary>
internal sealed class WorkerDataConverter(IOptions<JsonSerializerOptions> options) : DataConverter
{
    [return: NotNullIfNotNull(nameof(value))]
    public override string? Serialize(object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, value.GetType(), options.Value);

    [return: NotNullIfNotNull(nameof(data))]
    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : JsonSerializer.Deserialize(data, targetType, options.Value)!;
}
