namespace Microsoft.DurableTask.Entities;

/// <summary>
/// Runs an operation as the public method of its name (case does not matter), which may take one input and a <see cref="TaskEntityContext"/>
/// and return a value, a task or nothing. Its state is taken from <see cref="State"/> when the method is done.
/// </summary>
public abstract class TaskEntity<TState> : ITaskEntity
{
    /// <summary>Whether operations may also be methods of the state.</summary>
    protected virtual bool AllowStateDispatch => false;

    protected TState State { get; set; } = default!;

    protected TaskEntityContext Context { get; private set; } = null!;

    /// <exception cref="NotSupportedException">No such operation.</exception>
    public ValueTask<object?> RunAsync(TaskEntityOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Context = operation.Context;
        var stored = operation.State.GetState(typeof(TState));
        State = stored is null ? InitializeState(operation) : (TState)stored;
        if (EntityMethod.Find(this, operation) is { } own) return RunAsync(own, operation);
        if (FindInState(operation) is { } ofState) return RunAsync(ofState, operation);
        if (!string.Equals(operation.Name, "delete", StringComparison.OrdinalIgnoreCase))
            throw new NotSupportedException($"No suitable method found for entity operation '{operation}'.");
        operation.State.SetState(null);
        return default;
    }

    /// <summary>The state before the first operation.</summary>
    protected virtual TState InitializeState(TaskEntityOperation entityOperation) =>
        Nullable.GetUnderlyingType(typeof(TState)) is { } type
            ? (TState)Activator.CreateInstance(type)!
            : Activator.CreateInstance<TState>();

    private EntityMethod? FindInState(TaskEntityOperation operation)
    {
        if (!AllowStateDispatch) return null;
        return State is null
            ? throw new InvalidOperationException("An operation cannot be dispatched to a state that is null.")
            : EntityMethod.Find(State, operation);
    }

    private async ValueTask<object?> RunAsync(EntityMethod method, TaskEntityOperation operation)
    {
        var result = await method.InvokeAsync(operation);
        operation.State.SetState(State);
        return result;
    }
}
