using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

internal sealed class ReflectedDefinition(Function function) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
    [
        .. function.Method.GetParameters().Select(parameter =>
            new FunctionParameter(parameter.Name!, parameter.ParameterType, parameter.HasDefaultValue, parameter.DefaultValue)),
    ];

    public override string PathToAssembly { get; } = function.Method.Module.Assembly.Location;

    public override string EntryPoint { get; } = $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";

    // The real host hashes name, script and entry point; apps only ever compare it.
    public override string Id => function.Name;

    public override string Name => function.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(function.TriggerParameter.Name!, new TriggerMetadata(function));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;
}
