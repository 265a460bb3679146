using FitServerless.Exercises;

namespace FitServerless.Tests.Exercises;

/// <summary>How well the words find what was judged to be relevant, over one set of queries.</summary>
internal sealed record SearchQuality(int Queries, double Ndcg, double Recall)
{
    public static SearchQuality Of(QuerySet set)
    {
        var queries = JudgedQuery.All.Where(query => query.Set == set).ToList();
        var found = queries.ConvertAll(query => (Query: query, Ids: ExerciseSearch.Find(new ExerciseQuery(query.Text)).Select(match => match.Id).ToList()));
        return new SearchQuality(queries.Count, found.Average(pair => pair.Query.Ndcg(pair.Ids)), found.Average(pair => pair.Query.Recall(pair.Ids)));
    }
}
