using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Adapters;

/// <summary>
/// A device as the edge design has it: rows with the time of their last edit, and the time of the last sync. It sends what changed since, takes in
/// what comes, and knows nothing of cursors or tokens.
/// </summary>
internal sealed class LearningDevice(ApiUser user, string name)
{
    private readonly Dictionary<string, (string Text, long At)> _rows = [];
    private readonly HashSet<string> _deleted = [];
    private long _lastSync;

    public IReadOnlyDictionary<string, string> Rows => _rows.ToDictionary(row => row.Key, row => row.Value.Text);

    public JsonNode? LastAnswer { get; private set; }

    public void Put(string id, string text, long at) => _rows[id] = (text, at);

    public void Delete(string id)
    {
        _rows.Remove(id);
        _deleted.Add(id);
    }

    /// <param name="isLost">The answer is lost on its way: the device keeps all as it was, and tries again later.</param>
    public async Task SyncAsync(long now, bool isLost = false)
    {
        var changed = _rows.Where(row => row.Value.At > _lastSync).Select(row => new
        {
            action = "update",
            id = row.Key,
            data = new { id = row.Key, question = row.Value.Text },
            updated_at = row.Value.At,
        });
        var response = await user.SendAsync(
            HttpMethod.Post, "sync", new { plans = Array.Empty<object>(), cards = changed, deleted_ids = _deleted }, ("X-Device-ID", name));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        if (isLost)
            return;
        LastAnswer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Empty(LastAnswer["rejected"]!.AsArray());
        foreach (var delta in LastAnswer["cards"]!.AsArray())
            Apply(delta!);
        _lastSync = now;
        _deleted.Clear();
    }

    private void Apply(JsonNode delta)
    {
        var id = delta["id"]!.GetValue<string>();
        if (delta["action"]!.GetValue<string>() == "delete")
            _rows.Remove(id);
        else
            _rows[id] = (delta["data"]!["question"]!.GetValue<string>(), delta["updated_at"]!.GetValue<long>());
    }
}
