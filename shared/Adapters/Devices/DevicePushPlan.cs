using System.Runtime.InteropServices;
using System.Text.Json;
using FitServerless.Learning;
using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>Makes changes of what a device sends, and finds what is wrong with it.</summary>
internal sealed class DevicePushPlan(DocumentKinds kinds, SyncEditPlanner planner, string deviceId, DateTimeOffset now)
{
    private readonly List<DocumentChange> _changes = [];
    private readonly List<DeviceRejection> _rejected = [];

    public IReadOnlyList<DocumentChange> Changes => _changes;

    public List<DeviceRejection> Rejected => _rejected;

    public UnixUnit? Unit { get; private set; }

    public void Add(string collection, IEnumerable<ParsedDelta>? deltas)
    {
        foreach (var parsed in deltas ?? [])
        {
            if (parsed.Delta is not { } delta)
                _rejected.Add(
                    new DeviceRejection(collection, null, SyncProblems.Invalid(parsed.Error!, "Not of the type it should be, or given twice.")));
            else if (Check(delta) is { } problem)
                _rejected.Add(new DeviceRejection(collection, delta.Id, problem));
            else
                Add(kinds[collection], delta);
        }
    }

    /// <summary>
    /// The list does not say what is deleted, so it is looked for in each collection; but not one that the device sends in the same request,
    /// having made it again.
    /// </summary>
    public void Delete(string id)
    {
        if (!DocumentIds.IsValid(id))
            return;
        var time = EditTime.Of(null, now);
        // Named after nothing, only to tell who deleted it: if the same device makes it again, it knows of the delete.
        var origin = new EditOrigin(null, SeenMutation.Of(deviceId, Guid.CreateVersion7(now).ToString()));
        var keys = LearningCollections.All.Select(collection => new DocumentKey(collection, id)).Except(_changes.Select(change => change.Key));
        _changes.AddRange(keys.ToList().Select(key => new SyncedDelete(key, time, origin)));
    }

    private void Add(DocumentKind kind, DeviceDelta delta)
    {
        Unit = delta.UpdatedAt?.Unit ?? Unit;
        var time = EditTime.Of(delta.UpdatedAt?.At, now);
        var mutation = Mutation(kind, delta);
        if (delta.Action == "delete")
        {
            _changes.Add(new SyncedDelete(new DocumentKey(kind.Name, delta.Id!), time, new EditOrigin(null, mutation)));
            return;
        }

        var edit = new DeviceEdit(planner, kind, delta.Id!, delta.Data!.Value, delta.Action == "create", time, mutation);
        if (edit.Problem is { } problem)
            _rejected.Add(new DeviceRejection(kind.Name, delta.Id, problem));
        else
            _changes.Add(edit);
    }

    /// <summary>
    /// The same change sent again has the same name. A clock may count whole seconds, so the time alone does not tell two changes apart.
    /// </summary>
    private SeenMutation? Mutation(DocumentKind kind, DeviceDelta delta)
    {
        if (delta.UpdatedAt is not { } time)
            return null;
        var data = delta.Data is { } sent ? ContentDigest.Of(JsonMarshal.GetRawUtf8Value(sent)) : "";
        return SeenMutation.Of(deviceId, $"{kind.Name}|{delta.Id}|{delta.Action}|{time.At.UtcTicks}|{data}");
    }

    private static ChangeProblem? Check(DeviceDelta delta)
    {
        if (!DocumentIds.IsValid(delta.Id))
            return SyncProblems.Invalid("id", SyncProblems.IdRule);
        if (delta.Action is not ("create" or "update" or "delete"))
            return SyncProblems.Invalid("action", "One of create, update, delete.");
        return delta.Action != "delete" && delta.Data is not { ValueKind: JsonValueKind.Object }
            ? SyncProblems.Invalid("data", "A JSON object.") : null;
    }
}
