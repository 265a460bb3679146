using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

/// <summary>What most invocations never ask for is made on first use.</summary>
internal abstract class LocalFunctionContext(FunctionInvoker invoker, CancellationToken cancellationToken) : FunctionContext
{
    private string? _invocationId;
    private IDictionary<object, object>? _items;
    private InvocationFeatures? _features;
    private ActivityTraceContext? _traceContext;
    private BindingContext? _bindingContext;

    public FunctionInvoker Invoker => invoker;

    public object? Result { get; set; }

    public override string InvocationId => _invocationId ??= Guid.NewGuid().ToString();

    public override string FunctionId => invoker.Function.Definition.Id;

    public override FunctionDefinition FunctionDefinition => invoker.Function.Definition;

    public override IDictionary<object, object> Items
    {
        get => _items ??= CreateItems();
        set => _items = value;
    }

    public override IInvocationFeatures Features => _features ??= new(this);

    public override TraceContext TraceContext => _traceContext ??= new();

    public override BindingContext BindingContext => _bindingContext ??= new InvocationBindingContext(GetBindingData());

    public override RetryContext RetryContext => FirstTry.Instance;

    public override CancellationToken CancellationToken => cancellationToken;

    /// <summary>What the innermost link of the pipeline does.</summary>
    public virtual Task InvokeAsync() => invoker.InvokeAsync(this);

    protected virtual Dictionary<object, object> CreateItems() => [];

    protected virtual IReadOnlyDictionary<string, object?> GetBindingData() => ImmutableDictionary<string, object?>.Empty;
}
