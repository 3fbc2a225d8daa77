# An image with factlint and its knowledge base. Built by hand:
#     docker build -t factlint .
#     docker run --rm -v "$PWD:/copy" factlint check .
FROM python:3.12-slim AS build
WORKDIR /src
COPY . .
RUN pip install --no-cache-dir build && python -m build --wheel --outdir /wheels

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir /wheels/*.whl && rm -r /wheels \
    && useradd --create-home desk
USER desk
WORKDIR /copy
ENTRYPOINT ["factlint"]
CMD ["--help"]
