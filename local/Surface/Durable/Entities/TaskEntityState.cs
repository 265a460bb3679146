namespace Microsoft.DurableTask.Entities;

public abstract class TaskEntityState
{
    public abstract bool HasState { get; }

    public virtual T? GetState<T>(T? defaultValue = default) => GetState(typeof(T)) is T state ? state : defaultValue;

    public abstract object? GetState(Type type);

    /// <summary>Null deletes the entity.</summary>
    public abstract void SetState(object? state);
}
