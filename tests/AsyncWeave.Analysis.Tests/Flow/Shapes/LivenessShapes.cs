namespace AsyncWeave.Analysis.Tests.Flow.Shapes;

internal static class LivenessShapes
{
    public const string Source = """
        async Task ParameterReadBefore(int before, int after)
        {
            Use(before);
            await T();
            Use(after);
        }
        async Task ParameterNeverRead(int unused)
        {
            await T();
        }
        async Task ParameterOverwritten(int n)
        {
            Use(n);
            await T();
            n = 5;
            await T();
            Use(n);
        }
        async Task LocalAcrossOneOfThree()
        {
            await A(1);
            var x = Get(1);
            await A(2);
            Use(x);
            await A(3);
        }
        async Task LocalWrittenOnOnePath(int n)
        {
            var x = Get(1);
            await A(1);
            if (Test(n))
                x = Get(2);
            await A(2);
            Use(x);
        }
        async Task LocalWrittenOnBothPaths(int n)
        {
            var x = Get(1);
            Use(x);
            await A(1);
            if (Test(n))
                x = Get(2);
            else
                x = Get(3);
            await A(2);
            Use(x);
        }
        async Task LocalInLoop(int n)
        {
            var last = 0;
            while (n-- > 0)
            {
                var current = Get(n);
                await A(last);
                last = current;
            }
        }
        async Task LoopVariableOfEachRound(int n)
        {
            while (n-- > 0)
            {
                var fresh = Get(n);
                await A(1);
                Use(fresh);
                fresh = Get(2);
                await A(2);
                Use(fresh);
            }
        }
        async Task OutArgument(int n)
        {
            await A(1);
            if (TryGet(out var x))
                await A(2);
            Use(x, n);
        }
        async Task OutArgumentOfFramework(string text)
        {
            await A(1);
            int.TryParse(text, out var x);
            await A(2);
            Use(x);
        }
        async Task OutArgumentOfDictionary(Dictionary<string, int> map)
        {
            await A(1);
            map.TryGetValue("x", out var x);
            await A(2);
            Use(x);
        }
        async Task RefArgument(int n)
        {
            var x = Get(n);
            await A(1);
            Change(ref x);
            await A(2);
            Use(x);
        }
        async Task StructWholly(int n)
        {
            await A(1);
            var p = new Point(n, 2);
            await A(2);
            Use(p.Sum());
        }
        async Task StructByInitializer(int n)
        {
            await A(1);
            var p = new Point { X = n };
            await A(2);
            Use(p.X);
        }
        async Task StructDefault(int n)
        {
            await A(1);
            Point p = default;
            await A(2);
            Use(p.Y);
        }
        async Task StructCalled(int n)
        {
            var p = new Point(n, n);
            await A(p.Sum());
            await A(p.X);
        }
        async Task StructByParts(int n)
        {
            while (n-- > 0)
            {
                await A(1);
                Point p;
                p.X = n;
                p.Y = Get(n);
                await A(2);
                Use(p.Sum());
            }
        }
        async Task StructByOnePart(int n)
        {
            Point p = default;
            while (n-- > 0)
            {
                await A(1);
                p.X = n;
                await A(2);
                Use(p.Sum());
            }
        }
        async Task StructByPartsOnTwoPaths(int n)
        {
            var p = new Point(n, n);
            await A(1);
            p.X = n;
            if (Test(n))
                p.Y = 2;
            await A(2);
            Use(p.Sum());
        }
        async Task PatternBehindCondition(object o, int n)
        {
            await A(1);
            if (Test(n) && o is string s)
                Use(s);
            await A(2);
        }
        async Task PatternInLoop(object o, int n)
        {
            while (n-- > 0)
            {
                await A(1);
                if (Test(n) && !(Test(2) || o is not string s))
                {
                    await A(2);
                    Use(s);
                }
            }
        }
        async Task AssignedByCondition(int n)
        {
            while (n-- > 0)
            {
                await A(1);
                int x;
                x = Test(n) ? Get(1) : Get(2);
                await A(2);
                Use(x);
            }
        }
        async Task ThisBehindArgument(int n)
        {
            await Mine(await A(n));
        }
        async Task ThisInLambda(int n)
        {
            await A(n);
            Func<int> f = () => field;
            await A(1);
            Use(f());
        }
        async Task ThisInLocalFunction(int n)
        {
            await A(n);
            Use(Read());
            await A(1);
            int Read() => field;
        }
        async Task NullableLocal(int n)
        {
            int? x = Test(n) ? n : null;
            await A(1);
            Use(x.HasValue);
        }
        async Task ThisBeforeOnly(int n)
        {
            Use(field);
            await A(n);
        }
        async Task ThisAfter(int n)
        {
            await A(n);
            Use(field);
        }
        async Task ThisForAssignment(int n)
        {
            field = await A(n);
        }
        async Task ThisThroughout(int n)
        {
            await Mine(1);
            await Mine(n);
        }
        async Task CatchVariable(int n)
        {
            try
            {
                Use(n);
            }
            catch (IOException e)
            {
                await A(1);
                Use(e);
                await A(2);
            }
        }
        async Task NeededInHandlerOnly(int n)
        {
            var note = Get(n);
            try
            {
                await A(1);
                await A(2);
            }
            catch (IOException)
            {
                Use(note);
            }
            await A(3);
        }
        async Task NeededInFinallyOnly(int n)
        {
            var note = Get(n);
            try
            {
                await A(1);
            }
            finally
            {
                Use(note);
            }
            await A(3);
        }
        async Task WrittenInTryReadBehind(int n)
        {
            int x;
            try
            {
                x = await A(n);
            }
            catch (IOException)
            {
                x = 0;
            }
            await A(2);
            Use(x);
        }
        async Task ReadOnReturnPathOnly(int n, int m)
        {
            await A(1);
            if (Test(n))
            {
                Use(m);
                return;
            }
            await A(2);
        }
        async Task ManyLocals(int n)
        {
            var a = Get(1);
            var b = Get(2);
            await A(a);
            var c = Get(3);
            await A(b);
            var d = Get(4);
            await A(c);
            await A(d);
            Use(n);
        }
        async Task UsingKeepsResource(int n)
        {
            using var resource = new Resource();
            await A(n);
        }
        async Task SwitchedLocals(int n)
        {
            int x, y = Get(n);
            switch (n)
            {
                case 1:
                    x = await A(1);
                    break;
                case 2:
                    x = y;
                    break;
                default:
                    x = await A(y);
                    break;
            }
            await T(x);
            Use(y);
        }
        async Task DeconstructedLocals(int n)
        {
            var (a, b) = (Get(1), Get(2));
            await A(a);
            Use(b);
        }
        async Task SpanBetweenAwaits(int[] items)
        {
            await A(1);
            Span<int> span = items;
            span[0] = 1;
            await A(2);
        }
        static async Task StaticMethod(int n)
        {
            await A(n);
            Use(n);
        }
        """;
}
