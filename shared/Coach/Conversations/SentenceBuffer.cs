using System.Text;

namespace FitServerless.Coach.Conversations;

/// <summary>Makes sentences of the pieces in which a model's text comes.</summary>
internal sealed class SentenceBuffer
{
    private readonly StringBuilder _text = new();

    /// <summary>The whole sentences up to now, with the space that follows them.</summary>
    public IEnumerable<string> Add(string piece)
    {
        _text.Append(piece);
        while (EndOfFirst() is { } length)
        {
            yield return _text.ToString(0, length);
            _text.Remove(0, length);
        }
    }

    /// <summary>What is left in the end.</summary>
    public string Rest()
    {
        var rest = _text.ToString();
        _text.Clear();
        return rest;
    }

    /// <summary>After a full stop and white space: a stop at the very end may be the point of "2.5".</summary>
    private int? EndOfFirst()
    {
        for (var i = 0; i + 1 < _text.Length; i++)
        {
            if (_text[i] == '\n' || (_text[i] is '.' or '!' or '?' && char.IsWhiteSpace(_text[i + 1])))
                return i + (_text[i] == '\n' ? 1 : 2);
        }

        return null;
    }
}
