namespace FitServerless.Tests.Sync.Simulation;

/// <summary>A source of choices that goes through all of them: depth first, one path a history.</summary>
internal sealed class Choices : Random
{
    private readonly List<(int Chosen, int Of)> _path = [];
    private int _depth;

    /// <summary>From here on there is nothing more to explore: always the first.</summary>
    public bool AreOver { get; set; }

    public override int Next(int maxValue)
    {
        if (AreOver || maxValue <= 1)
            return 0;
        if (_depth == _path.Count)
            _path.Add((0, maxValue));
        return _path[_depth++].Chosen;
    }

    /// <summary>On to the next path; <c>false</c> when all are done.</summary>
    public bool Advance()
    {
        (_depth, AreOver) = (0, false);
        while (_path.Count > 0)
        {
            var (chosen, of) = _path[^1];
            _path.RemoveAt(_path.Count - 1);
            if (chosen + 1 < of)
            {
                _path.Add((chosen + 1, of));
                return true;
            }
        }

        return false;
    }
}
